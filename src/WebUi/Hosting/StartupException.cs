namespace CleanIssuing.WebUi.Hosting;

/// <summary>Start-up was stopped; the message says what to change.</summary>
public sealed class StartupException(string message) : Exception(message);
