using System.Globalization;
using System.Text;
using CleanIssuing.Application.SpendControls;

namespace CleanIssuing.WebUi.Text;

/// <summary>Puts what was changed into words: in the audit log, in the history, in bulk edits.</summary>
public sealed class DetailText(Words words, SpendingControlsFormatter controls)
{
    // Together with its protection, a notice has to stay within a kilobyte of cookie.
    private const int LongestNotice = 400;

    /// <summary>For the notice on the next page: all of it where that is short.</summary>
    /// <param name="much">What is said instead where it is long.</param>
    public string Notice(string code, IReadOnlyCollection<Detail> details, string much = "done.saved_much")
    {
        var notice = words[code, Of(details)];
        return Encoding.UTF8.GetByteCount(notice) <= LongestNotice ? notice : words[much, details.Count];
    }

    /// <summary>One after the other, with semicolons between.</summary>
    /// <param name="times">As the person reads them; none tells them in UTC.</param>
    public string Of(IEnumerable<Detail> details, PersonTimes? times = null) => string.Join("; ", details.Select(d => Of(d, times)));

    public string Of(Detail detail) => Of(detail, null);

    private string Of(Detail detail, PersonTimes? times) => detail switch
    {
        { Code: "controls.reason", Arguments: [var reason] } => words[detail.Code, reason],
        { Code: "controls.reverted", Arguments: [var at] } =>
            words[detail.Code, Moment(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), times)],
        { Code: "controls.unchanged" } => words[detail.Code],
        { Code: var code } when code.StartsWith("controls.", StringComparison.Ordinal) => controls.Difference(detail),
        { Code: "card.status", Arguments: [var before, var after] } =>
            words[detail.Code, Status(before), Status(after, isFrozen: before == "active")],
        { Code: "embedded.features" } => detail.Arguments.Count == 0 ? words["embedded.view_only"] : string.Join(", ", detail.Arguments),
        { Code: "people.role", Arguments: [var role, var account, var cardholder] } =>
            words[detail.Code, words["role." + role], string.Join(", ", new[] { account, cardholder }.Where(id => id.Length > 0))],
        { Arguments: [var action, ..] } when words.Find($"{detail.Code}.{action}") is { } special => special,
        _ => words.Find(detail.Code, [.. detail.Arguments.Select(Argument)]) ?? string.Join(' ', [detail.Code, .. detail.Arguments]),
    };

    /// <summary>How many people, merchants and days a side of a preview is about.</summary>
    public string Reach(PreviewSide side) => words[
        "preview.reach", Count("cardholders", side.Cardholders), Count("merchants", side.Merchants), Count("days", side.Days)];

    private string Count(string what, int count) =>
        words[$"preview.{what}{(count == 1 ? "_one" : "")}", count.ToString("N0", CultureInfo.InvariantCulture)];

    /// <param name="isFrozen">Whether a card that is not active was frozen, rather than never activated.</param>
    private string Status(string code, bool isFrozen = false) =>
        SpendingControlsFormatter.Capital(words[isFrozen && code == "inactive" ? "card_status.frozen" : "card_status." + code]);

    private string Argument(string code) =>
        words.Find("entity." + code) ?? words.Find("card_action." + code) ?? words.Find("card_status." + code) ?? code;

    private static string Moment(DateTimeOffset at, PersonTimes? times) => times is null
        ? at.UtcDateTime.ToString("MMM d, yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)
        : $"{times.Date(times.DayOf(at))}, {times.Hour(at)}";
}
