using CleanIssuing.Domain.People;

namespace CleanIssuing.Application.People;

/// <summary>New recovery codes, shown once. Secrets.</summary>
public sealed record RecoveryCodes(IReadOnlyList<string> Codes)
{
    public IReadOnlyList<string> Hashes => [.. Codes.Select(RecoveryCode.Hash)];

    public static RecoveryCodes Create() => new([.. Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.Create())]);

    /// <summary>The name alone.</summary>
    public override string ToString() => nameof(RecoveryCodes);
}
