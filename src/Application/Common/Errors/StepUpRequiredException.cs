namespace CleanIssuing.Application.Common.Errors;

/// <summary>The person may do this, once they have proven anew that it is them.</summary>
public sealed class StepUpRequiredException() : ExpectedException(RefusalReason.StepUpRequired);
