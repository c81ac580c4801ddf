using CleanIssuing.Application.SpendControls;
using CleanIssuing.Domain.Common;
using CleanIssuing.Domain.SpendControls;
using CleanIssuing.WebUi.Web;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>Spending controls as they are typed: nothing is lost that cannot be read.</summary>
public sealed class ControlsForm
{
    private const char Separator = ';';

    /// <summary><c>none</c>, <c>allow</c> or <c>block</c>.</summary>
    public string CategoriesMode { get; set; } = "none";

    /// <summary>The chosen categories.</summary>
    public IList<string> Categories { get; set; } = [];

    /// <summary><c>none</c>, <c>allow</c> or <c>block</c>.</summary>
    public string CountriesMode { get; set; } = "none";

    /// <summary>The chosen countries.</summary>
    public IList<string> Countries { get; set; } = [];

    /// <summary><c>any</c>, <c>present</c> or <c>not_present</c>.</summary>
    public string Presence { get; set; } = "any";

    /// <summary>The amounts of the limits, one for each row.</summary>
    public IList<string?> LimitAmount { get; set; } = [];

    /// <summary>The intervals of the limits.</summary>
    public IList<string> LimitInterval { get; set; } = [];

    /// <summary>The categories of the limits: names or codes, with semicolons between them.</summary>
    public IList<string?> LimitCategories { get; set; } = [];

    /// <summary>How many rows there are.</summary>
    public int Rows => LimitAmount.Count;

    /// <summary>The form that shows these controls.</summary>
    public static ControlsForm From(SpendingControls controls, string currency)
    {
        var form = new ControlsForm();
        form.Fill(controls, currency);
        return form;
    }

    /// <summary>Shows these controls.</summary>
    public void Fill(SpendingControls controls, string currency)
    {
        (CategoriesMode, Categories) = (Mode(controls.Categories), [.. controls.Categories.Codes]);
        (CountriesMode, Countries) = (Mode(controls.Countries), [.. controls.Countries.Codes]);
        Presence = (controls.Presences.Permits("present"), controls.Presences.Permits("not_present")) switch
        {
            (true, false) => "present",
            (false, true) => "not_present",
            _ => "any",
        };
        LimitAmount = [.. controls.Limits.Select(l => Money.Input(l.Amount, currency))];
        LimitInterval = [.. controls.Limits.Select(l => LimitIntervals.Name(l.Interval))];
        LimitCategories = [.. controls.Limits.Select(l => string.Join(Separator + " ", l.Categories.Select(MerchantCategories.Name)))];
    }

    /// <summary>Adds an empty row.</summary>
    public void AddLimit()
    {
        LimitAmount.Add("");
        LimitInterval.Add("monthly");
        LimitCategories.Add("");
    }

    /// <summary>Removes a row.</summary>
    public void RemoveLimit(int row)
    {
        if (row < 0 || row >= Rows)
            return;
        LimitAmount.RemoveAt(row);
        LimitInterval.RemoveAt(row);
        LimitCategories.RemoveAt(row);
    }

    /// <summary>Makes the three lists of the rows equally long, whatever was sent.</summary>
    public void Even()
    {
        while (LimitInterval.Count < Rows)
            LimitInterval.Add("");
        while (LimitCategories.Count < Rows)
            LimitCategories.Add("");
    }

    /// <summary>What was typed, read; what cannot be read is told in <paramref name="state"/>, and then none comes back.</summary>
    /// <param name="currency">The currency of the amounts.</param>
    /// <param name="state">Takes the problems.</param>
    /// <param name="present">The present controls, of which a part that says the same is left out; none leaves nothing out.</param>
    public SpendControlsInput? Read(string currency, ModelStateDictionary state, SpendingControls? present)
    {
        var limits = new List<SpendingLimitInput>();
        var isReadable = true;
        for (var i = 0; i < Rows; i++)
        {
            if (Money.Read(LimitAmount[i], currency, out var amount) is { } problem)
            {
                state.AddOnce($"LimitAmount[{i}]", problem);
                isReadable = false;
            }

            var (categories, unknown) = ReadCategories(LimitCategories[i], present);
            if (unknown is not null)
            {
                state.AddOnce($"LimitCategories[{i}]", $"There is no category '{unknown}'. Choose from the list.");
                isReadable = false;
            }

            limits.Add(new SpendingLimitInput(amount, LimitInterval[i], categories));
        }

        return isReadable
            ? WithLimits(WithPresence(WithCountries(WithCategories(new SpendControlsInput(), present), present), currency, present), limits, present)
            : null;
    }

    // What is left as it is must not be refused because Stripe has grown categories or countries that are not known here.
    private SpendControlsInput WithCategories(SpendControlsInput input, SpendingControls? present)
    {
        var chosen = Restricted(CategoriesMode, Categories);
        return chosen.Equals(present?.Categories) ? input : input with { AllowedCategories = chosen.Allowed, BlockedCategories = chosen.Blocked };
    }

    private SpendControlsInput WithCountries(SpendControlsInput input, SpendingControls? present)
    {
        var chosen = Restricted(CountriesMode, Countries);
        return chosen.Equals(present?.Countries)
            ? input
            : input with { AllowedMerchantCountries = chosen.Allowed, BlockedMerchantCountries = chosen.Blocked };
    }

    private SpendControlsInput WithPresence(SpendControlsInput input, string currency, SpendingControls? present) =>
        present is not null && Presence == From(present, currency).Presence
            ? input
            : input with { AllowedCardPresences = Presence == "any" ? [] : [Presence], BlockedCardPresences = [] };

    private static SpendControlsInput WithLimits(SpendControlsInput input, List<SpendingLimitInput> limits, SpendingControls? present) =>
        present is not null && Same(SpendControlsInput.From(present).SpendingLimits!, limits) ? input : input with { SpendingLimits = limits };

    private static bool Same(IReadOnlyList<SpendingLimitInput> present, List<SpendingLimitInput> typed) =>
        present.Count == typed.Count
        && present.Zip(typed).All(pair => pair.First.Amount == pair.Second.Amount && pair.First.Interval == pair.Second.Interval
            && pair.First.Categories.ToHashSet(StringComparer.Ordinal).SetEquals(pair.Second.Categories));

    private static Restriction Restricted(string mode, IEnumerable<string> codes) => mode switch
    {
        "allow" => Restriction.Allow(codes),
        "block" => Restriction.Block(codes),
        _ => Restriction.None,
    };

    /// <summary>The form's name of a request's property.</summary>
    public static string FieldOf(string property)
    {
        var path = property.StartsWith("Controls.", StringComparison.Ordinal) ? property["Controls.".Length..] : property;
        if (path.StartsWith("SpendingLimits[", StringComparison.Ordinal))
        {
            var row = path["SpendingLimits[".Length..path.IndexOf(']', StringComparison.Ordinal)];
            return path switch
            {
                _ when path.Contains(".Amount", StringComparison.Ordinal) => $"LimitAmount[{row}]",
                _ when path.Contains(".Interval", StringComparison.Ordinal) => $"LimitInterval[{row}]",
                _ => $"LimitCategories[{row}]",
            };
        }

        return path switch
        {
            _ when path.Contains("Categories", StringComparison.Ordinal) => "Categories",
            _ when path.Contains("Countries", StringComparison.Ordinal) => "Countries",
            _ when path.Contains("Presences", StringComparison.Ordinal) => "Presence",
            "SpendingLimits" => "Limits",
            "Controls" => "",
            _ => path,
        };
    }

    private static (IReadOnlyList<string> Codes, string? Unknown) ReadCategories(string? typed, SpendingControls? present)
    {
        var codes = new List<string>();
        var newer = present?.Limits.SelectMany(l => l.Categories).Where(c => !MerchantCategories.IsKnown(c)).ToList() ?? [];
        foreach (var part in (typed ?? "").Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var code = MerchantCategories.All.FirstOrDefault(c =>
                    c.Code == part || c.Mcc == part || string.Equals(c.Name, part, StringComparison.OrdinalIgnoreCase))?.Code
                ?? newer.Find(c => MerchantCategories.Name(c) == part);
            if (code is null)
                return (codes, part);
            codes.Add(code);
        }

        return (codes, null);
    }

    private static string Mode(Restriction restriction) => restriction.Mode switch
    {
        RestrictionMode.Allow => "allow",
        RestrictionMode.Block => "block",
        _ => "none",
    };
}
