using System.Globalization;
using CleanIssuing.WebUi.Resources;
using Microsoft.Extensions.Localization;

namespace CleanIssuing.WebUi.Text;

/// <summary>
/// The portal's words by their codes, from the resources. A code that has none is a fault that a test finds. Where two codes have the same
/// words, one of them names the other after an equals sign, so that every sentence stands in one place.
/// </summary>
public sealed class Words(IStringLocalizer<Messages> messages)
{
    public string this[string code, params object[] arguments] => Look(code, arguments);

    /// <summary>So many cards, in words.</summary>
    public string Cards(int count) =>
        this[count == 1 ? "cards.count_one" : "cards.count", count.ToString("N0", CultureInfo.InvariantCulture)];

    /// <summary>A merchant's name, or what is said where Stripe told none.</summary>
    public string Merchant(string name) => name.Length > 0 ? name : this["merchant.unknown"];

    /// <summary>The words of a code that comes from elsewhere; none where there are none.</summary>
    public string? Find(string code, params object[] arguments) =>
        Look(code, arguments) is { ResourceNotFound: false } found ? found.Value : null;

    /// <summary>The words of one of a list that grows at Stripe; a value that is newer than these words is written as its text.</summary>
    public string Of(string list, string value) => Find($"{list}.{value}") ?? SpendingControlsFormatter.Capital(value.Replace('_', ' '));

    private LocalizedString Look(string code, object[] arguments)
    {
        // Asked of what stands in the resources, not of what is put into it: a name may begin with an equals sign too.
        var own = messages[code].Value;
        return messages[own.StartsWith('=') ? own[1..] : code, arguments];
    }
}
