namespace CleanIssuing.WebUi.Resources;

/// <summary>
/// Names the resource file <c>Messages.resx</c>, where every sentence stands that the application tells people by a code.
/// </summary>
public sealed class Messages;
