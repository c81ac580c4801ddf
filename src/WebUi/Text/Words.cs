using CleanIssuing.WebUi.Resources;
using Microsoft.Extensions.Localization;

namespace CleanIssuing.WebUi.Text;

/// <summary>The portal's words by their codes, from the resources. A code that has none is a fault that a test finds.</summary>
public sealed class Words(IStringLocalizer<Messages> messages)
{
    public string this[string code, params object[] arguments] => messages[code, arguments];

    /// <summary>The words of a code that comes from elsewhere; none where there are none.</summary>
    public string? Find(string code, params object[] arguments) =>
        messages[code, arguments] is { ResourceNotFound: false } found ? found.Value : null;
}
