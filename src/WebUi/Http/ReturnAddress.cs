using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CleanIssuing.WebUi.Http;

/// <summary>Leads back to where somebody came from, as long as that is a page of this portal.</summary>
public static class ReturnAddress
{
    public static LocalRedirectResult RedirectBack(this PageModel page, string? address) =>
        page.LocalRedirect(page.Url.IsLocalUrl(address) ? Encoded(address) : "/");

    /// <summary>As a header takes it: it may have been typed, with letters of any language.</summary>
    private static string Encoded(string address) =>
        string.Concat(address.EnumerateRunes().Select(r => r.IsAscii ? r.ToString() : Uri.EscapeDataString(r.ToString())));
}
