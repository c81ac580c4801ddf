using System.Globalization;
using System.Text.Json;
using CleanIssuing.WebUi.Text;

namespace CleanIssuing.WebUi.Pages.SpendControls;

/// <summary>Spending controls as they are typed: nothing is lost that cannot be read.</summary>
public sealed class ControlsForm
{
    public const char Separator = ';';

    /// <summary>The field that says that the limits are in the form, where there are none.</summary>
    public const string LimitsMark = "HasLimits";

    private const string RemoveAction = "remove-limit-";

    /// <summary><c>none</c>, <c>allow</c> or <c>block</c>.</summary>
    public string CategoriesMode { get; set; } = "none";

    public IList<string> Categories { get; set; } = [];

    /// <summary><c>none</c>, <c>allow</c> or <c>block</c>.</summary>
    public string CountriesMode { get; set; } = "none";

    public IList<string> Countries { get; set; } = [];

    /// <summary><c>any</c>, <c>present</c> or <c>not_present</c>.</summary>
    public string Presence { get; set; } = "any";

    public IList<string?> LimitAmount { get; set; } = [];

    public IList<string> LimitInterval { get; set; } = [];

    /// <summary>The categories of the limits: names or codes, with semicolons between them.</summary>
    public IList<string?> LimitCategories { get; set; } = [];

    public int Rows => LimitAmount.Count;

    public static ControlsForm From(SpendingControls controls)
    {
        var form = new ControlsForm();
        form.Fill(controls);
        return form;
    }

    public void Fill(SpendingControls controls)
    {
        (CategoriesMode, Categories) = (Mode(controls.Categories), [.. controls.Categories.Codes]);
        (CountriesMode, Countries) = (Mode(controls.Countries), [.. controls.Countries.Codes]);
        Presence = (controls.Presences.Permits("present"), controls.Presences.Permits("not_present")) switch
        {
            (true, false) => "present",
            (false, true) => "not_present",
            _ => "any",
        };
        LimitAmount = [.. controls.Limits.Select(l => l.Amount.ForInput())];
        LimitInterval = [.. controls.Limits.Select(l => LimitIntervals.Name(l.Interval))];
        LimitCategories = [.. controls.Limits.Select(l => string.Join(Separator + " ", l.Categories.Select(MerchantCategories.Name)))];
    }

    /// <summary>As the script of the page reads it.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            limits = LimitAmount.Select((amount, row) => new[] { amount, LimitInterval[row], LimitCategories[row] }),
            CategoriesMode,
            Categories,
            CountriesMode,
            Countries,
            Presence,
        },
        JsonSerializerOptions.Web);

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

    /// <summary>The row that a button removes; none where it does something else.</summary>
    public static int? RowToRemove(string? action) =>
        action is { } remove && remove.StartsWith(RemoveAction, StringComparison.Ordinal)
            && int.TryParse(remove[RemoveAction.Length..], CultureInfo.InvariantCulture, out var row)
            ? row
            : null;

    /// <summary>The same limits without the rows at the end in which nothing was typed.</summary>
    public ControlsForm WithoutEmptyRows()
    {
        var last = Rows;
        while (last > 0 && string.IsNullOrWhiteSpace(LimitAmount[last - 1]) && string.IsNullOrWhiteSpace(LimitCategories[last - 1]))
            last--;
        return new ControlsForm
        {
            LimitAmount = [.. LimitAmount.Take(last)],
            LimitInterval = [.. LimitInterval.Take(last)],
            LimitCategories = [.. LimitCategories.Take(last)],
        };
    }

    /// <summary>Makes the three lists of the rows equally long, whatever was sent.</summary>
    public void Even()
    {
        while (LimitInterval.Count < Rows)
            LimitInterval.Add("");
        while (LimitCategories.Count < Rows)
            LimitCategories.Add("");
    }

    /// <summary>Chooses what restricts nothing where no choice can be read, so that one is shown as chosen.</summary>
    public void Choose()
    {
        if (CategoriesMode is not ("allow" or "block"))
            CategoriesMode = "none";
        if (CountriesMode is not ("allow" or "block"))
            CountriesMode = "none";
        if (Presence is not ("present" or "not_present"))
            Presence = "any";
    }

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

    private static string Mode(Restriction restriction) => restriction.Mode switch
    {
        RestrictionMode.Allow => "allow",
        RestrictionMode.Block => "block",
        _ => "none",
    };
}
