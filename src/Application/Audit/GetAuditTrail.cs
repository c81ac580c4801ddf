using CleanIssuing.Application.Common;
using CleanIssuing.Application.People;
using CleanIssuing.Domain.Audit;
using CleanIssuing.Domain.People;
using FluentValidation;
using MediatR;

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

/// <summary>A page of the trail of the accounts that the person manages.</summary>
/// <param name="Filter">Which lines.</param>
/// <param name="Before">The last line of the page before; none for the first page.</param>
public sealed record GetAuditTrail(AuditFilter Filter, long? Before = null) : IRequest<AuditPage>, IAuthorizedRequest
{
    /// <summary>How many lines a page has.</summary>
    public const int PageSize = 50;

    /// <inheritdoc />
    public Requirement Requirement => Filter.Account is { } account ? new ManagesAccount(account) : new ManagesSomeAccount();
}

/// <summary>A page of the trail.</summary>
/// <param name="Entries">The lines, the latest first.</param>
/// <param name="Next">What to ask for the next page <c>Before</c>; none on the last.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, long? Next);

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

internal sealed class GetAuditTrailValidator : AbstractValidator<GetAuditTrail>
{
    public GetAuditTrailValidator() => RuleFor(r => r.Filter).SetValidator(new AuditFilterValidator());
}

internal sealed class GetAuditTrailHandler(IAuditReader reader, ManagedAccounts managed) : IRequestHandler<GetAuditTrail, AuditPage>
{
    public async Task<AuditPage> Handle(GetAuditTrail request, CancellationToken cancellationToken)
    {
        var accounts = await managed.OfAsync(request.Filter.Account, cancellationToken);
        var page = await reader.PageAsync(accounts, request.Filter, request.Before, GetAuditTrail.PageSize + 1, cancellationToken);
        var shown = page.Take(GetAuditTrail.PageSize).ToList();
        return new AuditPage(shown, page.Count > shown.Count ? shown[^1].Id : null);
    }
}

/// <summary>All lines that match, one after the other. Reading the trail out is written into it.</summary>
/// <param name="Filter">Which lines.</param>
public sealed record ExportAuditTrail(AuditFilter Filter) : IRequest<IAsyncEnumerable<AuditEntry>>, IAuthorizedRequest, IAuditedRequest
{
    /// <inheritdoc />
    public Requirement Requirement => Filter.Account is { } account ? new ManagesAccount(account) : new ManagesSomeAccount();

    /// <inheritdoc />
    public AuditedAction Audit => new("audit.export", Filter.Account ?? "all");
}

internal sealed class ExportAuditTrailValidator : AbstractValidator<ExportAuditTrail>
{
    public ExportAuditTrailValidator() => RuleFor(r => r.Filter).SetValidator(new AuditFilterValidator());
}

internal sealed class ExportAuditTrailHandler(IAuditReader reader, ManagedAccounts managed)
    : IRequestHandler<ExportAuditTrail, IAsyncEnumerable<AuditEntry>>
{
    public async Task<IAsyncEnumerable<AuditEntry>> Handle(ExportAuditTrail request, CancellationToken cancellationToken) =>
        reader.AllAsync(await managed.OfAsync(request.Filter.Account, cancellationToken), request.Filter, cancellationToken);
}
