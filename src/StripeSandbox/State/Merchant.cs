namespace CleanIssuing.StripeSandbox.State;

/// <summary>Who sells.</summary>
internal sealed record Merchant(string Name, string Category, string Code, string City, string Country);
