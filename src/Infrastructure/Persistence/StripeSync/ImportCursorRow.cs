using CleanIssuing.Application.StripeSync.Import;

namespace CleanIssuing.Infrastructure.Persistence.StripeSync;

internal sealed class ImportCursorRow
{
    public required AccountId AccountId { get; init; }

    public required ImportStep Step { get; init; }

    public string? After { get; set; }

    public bool Finished { get; set; }

    /// <summary>Whether the whole listing has been imported once.</summary>
    public bool EverFinished { get; set; }
}
