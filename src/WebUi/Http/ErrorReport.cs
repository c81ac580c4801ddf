namespace CleanIssuing.WebUi.Http;

/// <summary>What went wrong, for a page or as a ProblemDetails.</summary>
/// <param name="Reason">A code of ours, for programs.</param>
internal sealed record ErrorReport(int Status, string Title, string Detail, string Reason)
{
    public IDictionary<string, string[]>? Errors { get; init; }

    public string? StripeRequestId { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public bool IsExpected => Status != StatusCodes.Status500InternalServerError;
}
