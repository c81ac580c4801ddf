namespace CleanIssuing.StripeSandbox.State;

/// <param name="Code">The merchant category code.</param>
internal sealed record Merchant(string Name, string Category, string Code, string City, string Country)
{
    private readonly string? _networkId;

    /// <summary>The merchant's number at the card network: the same for the same name, unless another was sent.</summary>
    public string? NetworkId
    {
        get => _networkId ?? (1_000_000_000 + (new DeterministicRandom(Name).Next(int.MaxValue) % 900_000_000)).ToString(
            "D10", System.Globalization.CultureInfo.InvariantCulture);
        init => _networkId = value;
    }

    public string? PostalCode { get; init; }

    public string? State { get; init; }

    public string? TerminalId { get; init; }

    public string? Url { get; init; }
}
