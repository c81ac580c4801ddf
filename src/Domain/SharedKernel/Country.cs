namespace CleanIssuing.Domain.SharedKernel;

/// <param name="Code">ISO 3166-1, two capitals.</param>
public sealed record Country(string Code, string Name, CountryRegion Region);
