namespace CleanIssuing.Application.Common;

/// <param name="Copied">How many cards are here; counted only while the first import runs.</param>
public sealed record ImportProgress(int Copied, bool Finished);
