namespace CleanIssuing.WebUi.Http;

/// <summary>What was done, told on the page that comes next.</summary>
public static class Notices
{
    /// <summary>The cookie that carries it there.</summary>
    public const string Cookie = "cleanissuing.done";
}
