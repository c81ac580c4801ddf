using System.Globalization;
using CleanIssuing.Application.Authorizations;
using CleanIssuing.Application.Common.Errors;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Domain.SpendControls;

namespace CleanIssuing.WebUi.Text;

/// <summary>Puts spend controls, what differs between two of them, and why one declined a purchase into words.</summary>
public sealed class SpendingControlsFormatter(Words words)
{
    private const int NamedAtMost = 3;

    /// <summary><c>monthly limit for Restaurants</c></summary>
    public string Name(SpendingLimit limit) => WithCategories(Adjective(limit.Interval) + " " + words["limit"], limit.Categories);

    /// <summary><c>monthly limit of $500.00 for Restaurants</c></summary>
    public string Text(SpendingLimit limit) => WithCategories(
        words["limit.of", Adjective(limit.Interval), limit.Amount.Display()], limit.Categories);

    /// <summary><c>$312.40 of $500.00 this month, resets Dec 1, 00:00 UTC</c></summary>
    /// <param name="resets">When the period ends, as the person reads it; none where it never does.</param>
    public string Usage(LimitUsage usage, string? resets)
    {
        if (usage.Limit.Interval == LimitInterval.PerAuthorization)
            return words["limit.at_most", usage.Limit.Amount.Display()];
        var used =
            words[
                "limit.used", usage.Spent.Display(), usage.Limit.Amount.Display(),
                words["interval.present." + usage.Limit.Interval.ToCode()]];
        return resets is null ? used : words["limit.resets", used, resets];
    }

    /// <summary>One line for each control; empty where there is none.</summary>
    public IReadOnlyList<string> Describe(SpendingControls controls)
    {
        var lines = new List<string>();
        Add("categories", controls.Categories);
        Add("countries", controls.Countries);
        Add("presences", controls.Presences);
        lines.AddRange(controls.Limits.Select(l => Capital(Text(l))));
        return lines;

        void Add(string part, Restriction restriction)
        {
            if (restriction.Mode != RestrictionMode.None)
                lines.Add(words[$"controls.describe.{restriction.Mode.ToCode()}", words["part." + part], Names(part, restriction.Codes)]);
        }
    }

    /// <summary>What differs, in the form that is stored.</summary>
    public string Difference(Detail detail)
    {
        if (detail.Code.Split('.') is [_, var part, var what])
            return what is "only" or "no_longer_only"
                ? words["controls.diff." + what, words["part." + part], Names(part, detail.Arguments)]
                : words["controls.diff." + what, Names(part, detail.Arguments)];

        var (interval, categories, amount, code) = (detail.Arguments[0], detail.Arguments[1], detail.Arguments[2], detail.Arguments[3]);
        var currency = Currency.Parse(code);
        var limit = new SpendingLimit(
            new Money(Minor(amount), currency), LimitIntervals.Parse(interval),
            categories.Split(',', StringSplitOptions.RemoveEmptyEntries));
        return detail.Code switch
        {
            "controls.limit_added" => words["controls.diff.added", Text(limit)],
            "controls.limit_removed" => words["controls.diff.removed", Text(limit)],
            _ => words[
                "controls.diff.changed", Name(limit), new Money(Minor(detail.Arguments[4]), currency).Display(),
                limit.Amount.Display()],
        };
    }

    /// <summary>Why a purchase was declined, as a sentence. What was checked for fraud is told to no cardholder.</summary>
    public string Why(DeclineExplanation decline, Money amount, bool seesAccount)
    {
        if (decline.Control is { } control)
            return words["declined.by", Why(control, amount)];
        return decline.Reason == AuthorizationReasons.SpendingControls
            ? words["declined.by_unknown_control"]
            : words["declined", Reason(decline.Reason, seesAccount)];
    }

    private string Reason(string reason, bool seesAccount) => IsSensitive(reason) && !seesAccount
        ? words["decline_reason.protected"]
        : words.Find("decline_reason." + reason) ?? reason.Replace('_', ' ');

    /// <summary>Why a purchase was declined, in a few words. What was checked for fraud is told to no cardholder.</summary>
    public string ShortReason(string reason, bool seesAccount) =>
        words.Find("decline_short." + reason) ?? Reason(reason, seesAccount);

    /// <summary>The control that declined a purchase, in a few words: <c>Over the daily limit</c>.</summary>
    public string ShortReason(ControlDecline decline) => decline switch
    {
        { Limit: { Interval: LimitInterval.PerAuthorization } } => words["decline_short.too_much"],
        { Limit: { } limit } => words["decline_short.limit", Adjective(limit.Interval)],
        _ => words["decline_short." + decline.Kind.ToCode()],
    };

    /// <summary>Why a purchase was declined, as a heading.</summary>
    public string Headline(DeclineExplanation decline, bool seesAccount) => decline.Control switch
    {
        { Limit: { Interval: LimitInterval.PerAuthorization } } => words["decline_headline.too_much"],
        { Limit: { } limit } control => words[$"decline_headline.limit.{control.Level.ToCode()}", Name(limit)],
        { } control => words["decline_headline." + control.Kind.ToCode()],
        _ => words["decline_headline.reason", Reason(decline.Reason, seesAccount)],
    };

    /// <summary>Whose control declined a purchase and what was left, in a sentence or two.</summary>
    public string Explain(DeclineExplanation decline, Money asked, bool seesAccount) => decline.Control is { } control
        ? Capital(Why(control, asked)) + "."
        : decline.Reason == AuthorizationReasons.SpendingControls ? words["declined.by_unknown_control"]
        : IsSensitive(decline.Reason) && !seesAccount ? words["decline_explained.protected"]
        : words.Find("decline_explained." + decline.Reason) ?? words["decline_explained"];

    /// <summary>The code of what to do about a decline.</summary>
    public string NextStep(DeclineExplanation decline) => decline switch
    {
        { Control.Level: ControlLevel.Stripe } => "stripe_limit",
        { Control: not null } or { Reason: AuthorizationReasons.SpendingControls } => "controls",
        { Reason: "card_inactive" } => "card_inactive",
        { Reason: "card_canceled" or "card_expired" } => "new_card",
        { Reason: "insufficient_funds" } => "insufficient_funds",
        { Reason: "verification_failed" or "pin_blocked" or "insecure_authorization_method" } => "details",
        _ => "other",
    };

    /// <summary>Whether a reason tells what somebody who has stolen the card would like to know.</summary>
    public static bool IsSensitive(string reason) =>
        reason is "suspected_fraud" or "not_allowed" or "webhook_declined" or "webhook_error" or "webhook_timeout" or "account_disabled"
            or "cardholder_blocked" or "cardholder_verification_required" or "network_fallback" or "stripe_internal_error";

    /// <summary>The control that declines a purchase, and by how much.</summary>
    public string Why(ControlDecline decline, Money amount)
    {
        var whose = decline.Level.ToCode();
        return decline switch
        {
            { Limit: { Interval: LimitInterval.PerAuthorization } limit } =>
                words[$"why.above.{whose}", Text(limit), amount.Display()],
            { Limit: { } limit } => words[
                $"why.limit.{whose}", Text(limit), decline.Remaining.Display(),
                words["interval.then." + limit.Interval.ToCode()], amount.Display()],
            { Kind: ControlKind.Category } =>
                words[$"why.category.{Listed(decline)}.{whose}", MerchantCategories.Name(decline.Code)],
            { Kind: ControlKind.Country } => words[$"why.country.{Listed(decline)}.{whose}", Countries.Name(decline.Code)],
            _ => words[$"why.presence.{whose}", Presence(decline.Code)],
        };
    }

    /// <summary>The control itself, for a list of controls.</summary>
    public string Name(ControlDecline decline, Currency currency) =>
        decline.Limit is { } limit
            ? words["control_name." + decline.Level.ToCode(), Text(limit)]
            : Why(decline, Money.Zero(currency));

    public string Interval(string name) => words["interval.per." + name];

    public string Template(string code) => words["template." + code];

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Listed(ControlDecline decline) => decline.Listed ? "blocked" : "not_allowed";

    private static long Minor(string amount) => long.Parse(amount, CultureInfo.InvariantCulture);

    private string Adjective(LimitInterval interval) => words["interval.adjective." + interval.ToCode()];

    private string WithCategories(string limit, IReadOnlyList<string> categories) =>
        categories.Count == 0 ? limit : words["limit.for", limit, Names("categories", categories)];

    private string Names(string part, IReadOnlyList<string> codes)
    {
        List<string> names = [.. codes.Select(code => part switch
        {
            "categories" => MerchantCategories.Name(code),
            "countries" => Countries.Name(code),
            _ => Presence(code),
        })];
        return names.Count switch
        {
            0 => words["list.none"],
            1 => names[0],
            <= NamedAtMost => words["list.and", string.Join(", ", names.SkipLast(1)), names[^1]],
            _ => words["list.more", string.Join(", ", names.Take(NamedAtMost)), names.Count - NamedAtMost],
        };
    }

    private string Presence(string code) => words["presence." + code];
}
