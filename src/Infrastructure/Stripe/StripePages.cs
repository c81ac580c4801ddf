using Microsoft.Extensions.Logging;
using Stripe;

namespace CleanIssuing.Infrastructure.Stripe;

internal static partial class StripePages
{
    /// <summary>
    /// What Stripe listed, in our terms. An object that holds what is not known here (a new interval of a limit) is left out with a line,
    /// so that it does not keep all others from being imported.
    /// </summary>
    public static Page<TOurs> Map<TTheirs, TOurs>(StripeList<TTheirs> page, Func<TTheirs, TOurs> map, ILogger logger)
        where TTheirs : StripeEntity<TTheirs>, IHasId
    {
        var items = new List<TOurs>(page.Data.Count);
        foreach (var theirs in page.Data)
        {
            try
            {
                items.Add(map(theirs));
            }
            catch (Exception failure) when (failure is FormatException or KeyNotFoundException or ArgumentException)
            {
                LogLeftOut(logger, failure, theirs.Id);
            }
        }

        return new(items, page.HasMore && page.Data.Count > 0 ? page.Data[^1].Id : null);
    }

    [LoggerMessage(LogLevel.Error, "{Object} cannot be read and is left out of the import")]
    private static partial void LogLeftOut(ILogger logger, Exception failure, string @object);
}
