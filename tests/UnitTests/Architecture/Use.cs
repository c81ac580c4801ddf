namespace CleanIssuing.UnitTests.Architecture;

/// <summary>A type that uses another one, both by their full names.</summary>
internal sealed record Use(string From, string To, bool ToIsInternal);
