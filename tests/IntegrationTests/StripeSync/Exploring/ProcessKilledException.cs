namespace CleanIssuing.IntegrationTests.StripeSync.Exploring;

/// <summary>Nothing that comes after it happens, as when the process is killed.</summary>
public sealed class ProcessKilledException : Exception;
