namespace CleanIssuing.Application.Common.Operations;

/// <summary>
/// The same form sent again is a second click only for a while. One from a browser's history must neither be done again unseen nor be
/// told as done.
/// </summary>
public static class SecondClick
{
    public static readonly TimeSpan Within = TimeSpan.FromMinutes(10);
}
