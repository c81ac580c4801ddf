namespace CleanIssuing.Infrastructure.Identity;

public sealed class PasswordStrengthOptions
{
    /// <summary>A password that is taken although everybody knows it: the demo's.</summary>
    public string? Exempt { get; set; }
}
