using CleanIssuing.Domain.Audit;
using CleanIssuing.Domain.People;
using FluentValidation;

namespace CleanIssuing.Application.Audit;

/// <summary>What an admin looks for in the trail; as it stands in the address of the page.</summary>
public record AuditFilter
{
    /// <summary>The account; none looks through all that the person manages.</summary>
    public string? Account { get; init; }

    /// <summary>A part of the sign-in name of whoever did it.</summary>
    public string? Actor { get; init; }

    /// <summary>The beginning of what was done: <c>card</c>, <c>spend_controls.update</c>.</summary>
    public string? Action { get; init; }

    /// <summary>The id of what it was done to.</summary>
    public string? Subject { get; init; }

    /// <summary>How it ended.</summary>
    public string? Outcome { get; init; }

    /// <summary>The first day (UTC).</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day (UTC).</summary>
    public DateOnly? To { get; init; }
}

/// <summary>Reads the trail.</summary>
public interface IAuditReader
{
    /// <summary>The latest lines of these accounts that match, those before the one named.</summary>
    Task<IReadOnlyList<AuditEntry>> PageAsync(
        IReadOnlyList<AccountId> accounts, AuditFilter filter, long? before, int take, CancellationToken cancellationToken);

    /// <summary>All that match, one after the other, the latest first.</summary>
    IAsyncEnumerable<AuditEntry> AllAsync(IReadOnlyList<AccountId> accounts, AuditFilter filter, CancellationToken cancellationToken);
}

internal sealed class AuditFilterValidator : AbstractValidator<AuditFilter>
{
    public AuditFilterValidator()
    {
        RuleFor(f => f.Account).Must(AccountId.IsValid).When(f => f.Account is not null).WithMessage("An account id starts with acct_.");
        RuleFor(f => f.Actor).MaximumLength(256);
        RuleFor(f => f.Action).MaximumLength(64);
        RuleFor(f => f.Subject).MaximumLength(255);
        RuleFor(f => f.Outcome).Must(o => Enum.GetNames<AuditOutcome>().Contains(o, StringComparer.OrdinalIgnoreCase)).When(f => f.Outcome is not null)
            .WithMessage("The outcome is started, succeeded, failed or denied.");
    }
}
