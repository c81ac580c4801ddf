namespace CleanIssuing.Application.StripeSync.Import;

/// <summary>How far a listing has been imported.</summary>
/// <param name="After">The id that the next page begins after; none for the first page.</param>
public sealed record ImportCursor(string? After, bool Finished);
