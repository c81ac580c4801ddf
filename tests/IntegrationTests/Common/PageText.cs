using System.Net;
using System.Text.RegularExpressions;

namespace CleanIssuing.IntegrationTests.Common;

internal static class PageText
{
    /// <summary>What a page says, without its tags, with one blank wherever there are several.</summary>
    public static string Plain(string page) =>
        Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(page, "<[^>]+>", " ")), @"\s+", " ");
}
