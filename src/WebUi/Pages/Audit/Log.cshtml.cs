using System.Globalization;
using CleanIssuing.Application.Audit;
using CleanIssuing.Application.Cards;
using CleanIssuing.Application.Common.Access;
using CleanIssuing.Application.People;
using CleanIssuing.WebUi.Endpoints;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Pages.Audit;

/// <summary>The audit log of the accounts that the person manages.</summary>
public sealed class LogModel(ISender sender, PersonTimes times, Words words) : PageModel
{
    public const string Path = "/audit";

    public AuditFilterQuery Filter { get; private set; } = new();

    public AuditPage Log { get; private set; } = null!;

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    public bool IsFiltered => Filter.Given.Count > 0;

    private IReadOnlyList<SeenAccount> Accounts { get; set; } = [];

    /// <summary>What the cards, cardholders and purchases shown are called, by their ids.</summary>
    private IReadOnlyDictionary<string, string> Names { get; set; } = new Dictionary<string, string>();

    /// <summary>What can be looked for, by its code.</summary>
    public static IReadOnlyList<string> Actions { get; } =
    [
        "access", "account", "audit", "card.activate", "card.cancel", "card.freeze", "card.issue", "card.name", "card.replace",
        "card.unfreeze", "card_details", "cards.cancel", "cards.export", "cards.freeze", "cards.undo", "control_template", "embedded",
        "event.retry", "factor", "operation.reconcile", "people", "purchase", "session", "spend_controls",
    ];

    public async Task OnGetAsync(
        [FromQuery] AuditFilterQuery filter, [FromQuery] string? before, [FromQuery] string? after, CancellationToken cancellationToken)
    {
        Filter = filter;
        var wanted = await filter.ToFilterAsync(sender, times, cancellationToken);
        Log = await sender.Send(
            new GetAuditLog(wanted, Queries.Cursor(before, "before"), Queries.Cursor(after, "after")), cancellationToken);
        var people = await sender.Send(
            new GetPeopleNames([.. Log.Entries.Select(e => e.ActorId).OfType<string>().Distinct()]), cancellationToken);
        var mentioned = Log.Entries.Where(e => e.ActorId is null).SelectMany(e => Detail.Read(e.Details)).SelectMany(d => d.Arguments);
        Names = await sender.Send(
            new GetCardNames([.. Log.Entries.Select(e => e.Subject).Concat(mentioned).Distinct()]), cancellationToken);
        Accounts = (await sender.Send(new GetNavigation(), cancellationToken)).Accounts;
        Lines =
        [
            .. AuditLine.Fold(Log.Entries).Select(entries => new AuditLine(
                entries,
                entries[0].ActorId is { } id && people.TryGetValue(id, out var name) ? name
                    : words.Find("audit_actor." + entries[0].ActorName) ?? entries[0].ActorName ?? words["audit_actor.nobody"],
                Names.GetValueOrDefault(entries[0].Subject) ?? words.Find("audit_subject." + entries[0].Subject)
                    ?? (IsRequest(entries[0].Subject) ? words["audit_subject.other"] : entries[0].Subject),
                AddressOf(entries[0].Subject, Names.ContainsKey(entries[0].Subject)))),
        ];
    }

    /// <summary>Whether it is the name of something in the portal's program, which its details tell, and not of a thing.</summary>
    private static bool IsRequest(string subject) =>
        subject.Length > 3 && char.IsAsciiLetterUpper(subject[0]) && subject.All(char.IsAsciiLetter);

    /// <param name="isKnown">Whether it is one of the cards and cardholders here; others have no page.</param>
    private static string? AddressOf(string subject, bool isKnown) => subject switch
    {
        _ when CardId.IsValid(subject) && isKnown => "/cards/" + subject,
        _ when CardholderId.TryParse(subject, null, out _) && isKnown => "/cardholders/" + subject,
        _ when AuthorizationId.IsValid(subject) => "/purchases/" + subject,
        _ => null,
    };

    /// <summary>What is filtered by, in words, and the address without it.</summary>
    public IReadOnlyList<(string Label, string Value, string Without)> Chips =>
    [
        .. Filter.Given.Where(p => p.Name is not "text").Select(p => (
            words["filter." + p.Name], ValueOf(p.Name, p.Value), Queries.Address(Path, Filter.Given.Where(q => q.Name != p.Name)))),
    ];

    /// <summary>An address of this list, with what is filtered by.</summary>
    public string Address(string path, string? name = null, long? value = null) => Queries.Address(
        path, name is null ? Filter.Given : [.. Filter.Given, (name, value!.Value.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>What was changed, with what has a name called by it.</summary>
    public IEnumerable<Detail> DetailsOf(Domain.Audit.AuditEntry entry) => Detail.Read(entry.Details)
        .Select(d => d with { Arguments = [.. d.Arguments.Select(a => Names.GetValueOrDefault(a) ?? a)] });

    private string ValueOf(string name, string value) => name switch
    {
        "action" => words.Find("audit_action." + value) ?? value,
        "outcome" => words.Find("audit_outcome." + value) ?? value,
        "from" or "to" when Queries.Day(value, name) is { } day => times.Date(day),
        "account" => AccountId.TryParse(value, null, out var id) && Accounts.FirstOrDefault(a => a.Id == id) is { } account
            ? account.Name
            : value,
        "subject" => Names.GetValueOrDefault(value) ?? value,
        _ => value,
    };
}
