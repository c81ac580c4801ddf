using System.Globalization;
using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.People;
using CleanIssuing.WebUi.Endpoints;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Audit;

/// <summary>The audit log of the accounts that the person manages.</summary>
public sealed class LogModel(ISender sender, PersonTimes times, Words words) : PageModel
{
    public AuditFilterQuery Filter { get; private set; } = new();

    public AuditPage Log { get; private set; } = null!;

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    public bool IsFiltered => Address("/audit") != "/audit";

    /// <summary>What can be looked for, by its code.</summary>
    public static IReadOnlyList<string> Actions { get; } =
    [
        "access", "account", "audit", "card.activate", "card.cancel", "card.freeze", "card.issue", "card.name", "card.replace",
        "card.unfreeze", "card_details", "cards.cancel", "cards.export", "cards.freeze", "cards.undo", "control_template", "embedded",
        "event.retry", "factor", "operation.reconcile", "people", "purchase", "session", "spend_controls",
    ];

    public async Task OnGetAsync([FromQuery] AuditFilterQuery filter, [FromQuery] string? before, CancellationToken cancellationToken)
    {
        Filter = filter;
        var wanted = await filter.ToFilterAsync(sender, times, cancellationToken);
        Log = await sender.Send(new GetAuditLog(wanted, Queries.Cursor(before, "before")), cancellationToken);
        var people = await sender.Send(
            new GetPeopleNames([.. Log.Entries.Select(e => e.ActorId).OfType<string>().Distinct()]), cancellationToken);
        var names = await sender.Send(new GetCardNames([.. Log.Entries.Select(e => e.Subject).Distinct()]), cancellationToken);
        Lines =
        [
            .. AuditLine.Fold(Log.Entries).Select(entries => new AuditLine(
                entries,
                entries[0].ActorId is { } id && people.TryGetValue(id, out var name) ? name
                    : words.Find("audit_actor." + entries[0].ActorName) ?? entries[0].ActorName ?? words["audit_actor.nobody"],
                names.GetValueOrDefault(entries[0].Subject) ?? words.Find("audit_subject." + entries[0].Subject)
                    ?? (IsRequest(entries[0].Subject) ? words["audit_subject.other"] : entries[0].Subject),
                AddressOf(entries[0].Subject))),
        ];
    }

    /// <summary>Whether it is the name of something in the portal's program, which its details tell, and not of a thing.</summary>
    private static bool IsRequest(string subject) =>
        subject.Length > 3 && char.IsAsciiLetterUpper(subject[0]) && subject.All(char.IsAsciiLetter);

    private static string? AddressOf(string subject) => subject switch
    {
        _ when CardId.IsValid(subject) => "/cards/" + subject,
        _ when CardholderId.TryParse(subject, null, out _) => "/cardholders/" + subject,
        _ when AuthorizationId.IsValid(subject) => "/purchases/" + subject,
        _ => null,
    };

    public string Address(string path, long? before = null)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[]
        {
            ("account", Filter.Account), ("actor", Filter.Actor), ("action", Filter.Action), ("subject", Filter.Subject),
            ("outcome", Filter.Outcome), ("text", Filter.Text), ("from", Filter.From), ("to", Filter.To),
                ("before", before?.ToString(CultureInfo.InvariantCulture)),
        })
        {
            if (Queries.Given(value) is { } given)
                query.Add(name, given);
        }

        return path + query.ToQueryString();
    }
}
