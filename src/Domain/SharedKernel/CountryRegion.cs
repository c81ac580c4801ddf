namespace CleanIssuing.Domain.SharedKernel;

/// <summary>The continents, as the United Nations' M49 divides them, for people who choose from a list.</summary>
public enum CountryRegion
{
    Africa,
    Americas,
    Antarctica,
    Asia,
    Europe,
    Oceania,
}
