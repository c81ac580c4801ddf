using CleanIssuing.Domain.Cards;

namespace CleanIssuing.Infrastructure.Stripe.Cards;

/// <summary>
/// Changes spending controls in one update; where Stripe does not let an allowed list take the place of a blocked one in it, or the other
/// way round, in two, and puts back what was there where the second fails.
/// </summary>
/// <param name="read">Reads what Stripe has now.</param>
/// <param name="send">Sends what differs, with an idempotency key.</param>
internal sealed class ControlsUpdate<T>(
    Func<Task<StripeState<T>>> read, Func<SpendingControls, SpendingControls, string, Task<StripeState<T>>> send)
    where T : IControlsOwner
{
    public async Task<StripeState<T>> RunAsync(SpendingControls before, SpendingControls after, string key)
    {
        try
        {
            return await send(before, after, key);
        }
        catch (StripeRefusedException refused)
            when (refused.Reason is RefusalReason.ControlsRefused or RefusalReason.StripeRefused
                && SpendingControlsMapper.IsOfSwitch(refused.Parameter, before, after))
        {
            // Stripe's documents do not say whether an update may empty one list and set the other; this one may not.
        }
        catch (StripeRefusedException refused)
            when (refused.Reason == RefusalReason.CategoriesNotCleared
                && SpendingControlsMapper.IsOfSwitch(refused.Parameter, before, after))
        {
            // A list that may never be empty cannot make room for the other.
            throw new StripeRefusedException(RefusalReason.ListsNotSwitched) { StripeRequestId = refused.StripeRequestId };
        }

        // Each step has a key of its own, the same at each try, and is known to be made or not before the next is taken.
        var between = SpendingControlsMapper.BetweenLists(before, after)!;
        await ClearAsync(before, between, key);
        try
        {
            return await StepAsync(between, after, key + "-set");
        }
        catch (ExpectedException failure) when (failure.Reason != RefusalReason.StripeUnconfirmed)
        {
            var end = await PutBackAsync(between, before, key);
            // With the old list back, all is as before: what failed says itself what to do.
            if (end == RefusalReason.ControlsPutBack
                && (failure is StripeUnavailableException || failure.Reason == RefusalReason.StripePermission))
                throw;
            throw new StripeRefusedException(end)
            {
                StripeRequestId = failure.StripeRequestId,
                IsPartial = true,
            };
        }
    }

    private async Task ClearAsync(SpendingControls before, SpendingControls between, string key)
    {
        try
        {
            await StepAsync(before, between, key + "-clear");
        }
        catch (StripeRefusedException refused) when (refused.Reason == RefusalReason.CategoriesNotCleared)
        {
            throw new StripeRefusedException(RefusalReason.ListsNotSwitched) { StripeRequestId = refused.StripeRequestId };
        }
    }

    private async Task<StripeState<T>> StepAsync(SpendingControls from, SpendingControls to, string key)
    {
        try
        {
            return await send(from, to, key);
        }
        catch (StripeUnavailableException failure)
        {
            var now = await ReadAsync(failure);
            if (!now.State.SpendingControls.Equals(to))
                throw;
            return now;
        }
    }

    private async Task<StripeState<T>> ReadAsync(StripeUnavailableException failure)
    {
        try
        {
            return await read();
        }
        catch (ExpectedException)
        {
            throw new StripeUnavailableException(RefusalReason.StripeUnconfirmed) { StripeRequestId = failure.StripeRequestId };
        }
    }

    private async Task<RefusalReason> PutBackAsync(SpendingControls between, SpendingControls before, string key)
    {
        try
        {
            await StepAsync(between, before, key + "-put-back");
            return RefusalReason.ControlsPutBack;
        }
        catch (ExpectedException failure) when (failure.Reason != RefusalReason.StripeUnconfirmed)
        {
            return RefusalReason.ControlsLost;
        }
    }
}
