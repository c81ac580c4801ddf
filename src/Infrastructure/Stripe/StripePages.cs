using Stripe;

namespace CleanIssuing.Infrastructure.Stripe;

internal static class StripePages
{
    public static Page<TOurs> Map<TTheirs, TOurs>(StripeList<TTheirs> page, Func<TTheirs, TOurs> map)
        where TTheirs : StripeEntity<TTheirs>, IHasId =>
        new([.. page.Data.Select(map)], page.HasMore && page.Data.Count > 0 ? page.Data[^1].Id : null);
}
