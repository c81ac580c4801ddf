namespace CleanIssuing.StripeSandbox.State;

internal sealed record Merchant(string Name, string Category, string Code, string City, string Country);
