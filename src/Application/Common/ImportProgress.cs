namespace CleanIssuing.Application.Common;

/// <param name="Imported">How many cards are here; counted only while the first import runs.</param>
public sealed record ImportProgress(int Imported, bool Finished);
