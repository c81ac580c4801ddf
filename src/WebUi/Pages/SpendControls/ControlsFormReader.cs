using CleanIssuing.Application.SpendControls;
using CleanIssuing.WebUi.Http;
using CleanIssuing.WebUi.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>Reads what was typed and chosen in the form of spend controls.</summary>
public sealed class ControlsFormReader(MoneyInput money, Words words)
{
    /// <summary>What was typed, read; what cannot be read is told in <paramref name="state"/>, and then none comes back.</summary>
    /// <param name="currency">The currency of the amounts.</param>
    /// <param name="state">Takes the problems.</param>
    /// <param name="present">The present controls, of which a part that says the same is left out; none leaves nothing out.</param>
    /// <param name="parts">The parts that are to be changed; none are all.</param>
    public SpendControlsInput? Read(
        ControlsForm form, Currency currency, ModelStateDictionary state, SpendingControls? present,
        IReadOnlyCollection<string>? parts = null)
    {
        var limits = new List<SpendingLimitInput>();
        var isReadable = IsChosen("categories", "Categories", form.CategoriesMode, form.Categories)
            & IsChosen("countries", "Countries", form.CountriesMode, form.Countries);
        for (var i = 0; i < form.Rows; i++)
        {
            if (money.Read(form.LimitAmount[i], currency, out var amount) is { } problem)
            {
                state.AddOnce($"LimitAmount[{i}]", problem);
                isReadable = false;
            }

            var (categories, unknown) = ReadCategories(form.LimitCategories[i], present);
            if (unknown is not null)
            {
                state.AddOnce($"LimitCategories[{i}]", words["invalid.category_unknown", unknown]);
                isReadable = false;
            }

            limits.Add(new SpendingLimitInput(amount.Minor, form.LimitInterval[i], categories));
        }

        return isReadable
            ? WithLimits(
                WithPresence(
                    WithCountries(WithCategories(new SpendControlsInput(), form, present), form, present), form, present),
                limits, currency, present)
            : null;

        // An empty list would restrict nothing, which is the opposite of what was asked for.
        bool IsChosen(string part, string field, string mode, IList<string> codes)
        {
            if (codes.Count > 0 || mode is not ("allow" or "block") || parts?.Contains(part) == false)
                return true;
            state.AddOnce(field, words[$"invalid.{part}_not_chosen"]);
            return false;
        }
    }

    // What is left as it is must not be refused because Stripe has grown categories or countries that are not known here.
    private static SpendControlsInput WithCategories(SpendControlsInput input, ControlsForm form, SpendingControls? present)
    {
        var chosen = Restricted(form.CategoriesMode, form.Categories);
        return chosen.Equals(present?.Categories)
            ? input
            : input with { AllowedCategories = chosen.Allowed, BlockedCategories = chosen.Blocked };
    }

    private static SpendControlsInput WithCountries(SpendControlsInput input, ControlsForm form, SpendingControls? present)
    {
        var chosen = Restricted(form.CountriesMode, form.Countries);
        return chosen.Equals(present?.Countries)
            ? input
            : input with { AllowedMerchantCountries = chosen.Allowed, BlockedMerchantCountries = chosen.Blocked };
    }

    private static SpendControlsInput WithPresence(SpendControlsInput input, ControlsForm form, SpendingControls? present) =>
        present is not null && form.Presence == ControlsForm.From(present).Presence
            ? input
            : input with { AllowedCardPresences = form.Presence == "any" ? [] : [form.Presence], BlockedCardPresences = [] };

    private static SpendControlsInput WithLimits(
        SpendControlsInput input, List<SpendingLimitInput> limits, Currency currency, SpendingControls? present) =>
        present is not null && (present.LimitsCurrency is not { } theirs || theirs == currency)
            && Same(SpendControlsInput.From(present).SpendingLimits!, limits)
            ? input
            : input with { SpendingLimits = limits };

    private static bool Same(IReadOnlyList<SpendingLimitInput> present, List<SpendingLimitInput> typed) =>
        present.Count == typed.Count
        && present.Zip(typed).All(pair => pair.First.Amount == pair.Second.Amount && pair.First.Interval == pair.Second.Interval
            && pair.First.Categories.ToHashSet(StringComparer.Ordinal).SetEquals(pair.Second.Categories));

    private static Restriction Restricted(string mode, IEnumerable<string> codes) => mode switch
    {
        "allow" => Restriction.Allow(codes),
        "block" => Restriction.Block(codes),
        "none" => Restriction.None,
        _ => throw InvalidReason.FormIncomplete.For(""),
    };

    private static (IReadOnlyList<string> Codes, string? Unknown) ReadCategories(string? typed, SpendingControls? present)
    {
        var codes = new List<string>();
        var newer = present?.Limits.SelectMany(l => l.Categories).Where(c => !MerchantCategories.IsKnown(c)).ToList() ?? [];
        foreach (var part in (typed ?? "")
            .Split(ControlsForm.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var code = MerchantCategories.All.FirstOrDefault(c =>
                    c.Code == part || c.Mcc == part || string.Equals(c.Name, part, StringComparison.OrdinalIgnoreCase))?.Code
                ?? newer.Find(c => MerchantCategories.Name(c) == part);
            if (code is null)
                return (codes, part);
            if (!codes.Contains(code, StringComparer.Ordinal))
                codes.Add(code);
        }

        return (codes, null);
    }
}
