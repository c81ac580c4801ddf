namespace CleanIssuing.Application.Cards;

/// <summary>The latest change of a card, where Stripe did not confirm it at once.</summary>
/// <param name="Kind">For example <c>card.freeze</c>.</param>
/// <param name="EndedAt">When it became known what had become of it; none while it is not.</param>
/// <param name="Applied">Whether it was made.</param>
public sealed record UnconfirmedChange(string Kind, string? ActorName, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, bool Applied)
{
    private static readonly TimeSpan ToldFor = TimeSpan.FromDays(1);

    /// <summary>Whether people are still told of it.</summary>
    public bool IsTold(DateTimeOffset now) => EndedAt is not { } ended || ended > now - ToldFor;
}
