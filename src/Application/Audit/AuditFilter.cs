using FluentValidation;

namespace CleanIssuing.Application.Audit;

/// <summary>What an admin looks for in the audit log.</summary>
public record AuditFilter
{
    /// <summary>None looks through all accounts that the person manages.</summary>
    public AccountId? Account { get; init; }

    /// <summary>A part of the sign-in name of whoever did it.</summary>
    public string? Actor { get; init; }

    /// <summary>The beginning of what was done: <c>card</c>, <c>spend_controls.update</c>.</summary>
    public string? Action { get; init; }

    /// <summary>The id of what it was done to.</summary>
    public string? Subject { get; init; }

    /// <summary>A part of the sign-in name of whoever did it, or what names who did it or what it was done to.</summary>
    public string? Text { get; init; }

    /// <summary>The ids of the cards, cardholders and people that the text names.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    public string? Outcome { get; init; }

    /// <summary>The first moment.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The first moment after it.</summary>
    public DateTimeOffset? To { get; init; }
}

internal sealed class AuditFilterValidator : AbstractValidator<AuditFilter>
{
    public AuditFilterValidator()
    {
        RuleFor(f => f.Actor).MaximumLength(256);
        RuleFor(f => f.Text).MaximumLength(255);
        RuleFor(f => f.Action).MaximumLength(64);
        RuleFor(f => f.Subject).MaximumLength(255);
        RuleFor(f => f.Outcome).Must(o => Codes.Find<AuditOutcome>(o) is not null)
            .When(f => f.Outcome is not null).WithReason(InvalidReason.AuditOutcome);
    }
}
