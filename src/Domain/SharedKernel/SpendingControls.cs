using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CleanIssuing.Domain.SharedKernel;

/// <summary>
/// What a card, or all cards of a cardholder, may be used for and how much may be spent
/// (https://docs.stripe.com/issuing/controls/spending-controls). It cannot hold what Stripe would refuse.
/// </summary>
public sealed class SpendingControls : IEquatable<SpendingControls>
{
    private SpendingControls(
        Restriction categories, Restriction countries, Restriction presences, ImmutableArray<SpendingLimit> limits) =>
        (Categories, Countries, Presences, Limits) = (categories, countries, presences, limits);

    /// <summary>No control at all.</summary>
    public static SpendingControls None { get; } = Create();

    /// <summary>The controls with these parts; what is left out restricts nothing.</summary>
    /// <exception cref="ArgumentException">Two limits count the same purchases, or are in two currencies.</exception>
    public static SpendingControls Create(
        Restriction? categories = null, Restriction? countries = null, Restriction? presences = null,
        IEnumerable<SpendingLimit>? limits = null)
    {
        ImmutableArray<SpendingLimit> sorted =
        [
            .. (limits ?? []).OrderBy(l => l.Interval).ThenBy(l => l.Categories.Length)
                .ThenBy(l => string.Join(',', l.Categories), StringComparer.Ordinal),
        ];
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].CountsLike(sorted[i - 1]))
                throw new ArgumentException("Two limits count the same purchases.", nameof(limits));
            if (sorted[i].Amount.Currency != sorted[0].Amount.Currency)
                throw new ArgumentException("The limits are in two currencies.", nameof(limits));
        }

        return new(categories ?? Restriction.None, countries ?? Restriction.None, presences ?? Restriction.None, sorted);
    }

    /// <summary>Which merchant categories may be bought from.</summary>
    public Restriction Categories { get; }

    /// <summary>Which countries merchants may be in.</summary>
    public Restriction Countries { get; }

    /// <summary>Whether the card must, or must not, be present: <c>present</c>, <c>not_present</c>.</summary>
    public Restriction Presences { get; }

    /// <summary>The limits, by interval. No two count the same purchases.</summary>
    public ImmutableArray<SpendingLimit> Limits { get; }

    /// <summary>
    /// The currency of the limits; none where there is none. A card's limits are in its own currency. A cardholder, whose cards may have
    /// several, has limits in one of them (<c>spending_limits_currency</c>).
    /// </summary>
    public Currency? LimitsCurrency => Limits.Length == 0 ? null : Limits[0].Amount.Currency;

    /// <summary>Changes with the content and with nothing else: what an editor saw, to tell whether it is still so.</summary>
    public string Version => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical())).AsSpan(0, 8));

    /// <summary>These controls with the parts that the change names.</summary>
    public SpendingControls With(SpendingControlsChange change) => Create(
        change.Categories ?? Categories, change.Countries ?? Countries, change.Presences ?? Presences, change.Limits ?? Limits);

    /// <summary>
    /// What a purchase in this currency can be held against: without the limits in another one, which Stripe converts at a rate that we do
    /// not know.
    /// </summary>
    public SpendingControls In(Currency currency) =>
        LimitsCurrency is { } other && other != currency ? With(new SpendingControlsChange { Limits = [] }) : this;

    public bool Equals(SpendingControls? other) =>
        other is not null && Categories.Equals(other.Categories) && Countries.Equals(other.Countries)
        && Presences.Equals(other.Presences) && Limits.SequenceEqual(other.Limits);

    public override bool Equals(object? obj) => Equals(obj as SpendingControls);

    public override int GetHashCode() => HashCode.Combine(Categories, Countries, Presences, Limits.Length);

    private string Canonical()
    {
        var text = new StringBuilder();
        foreach (var part in new[] { Categories, Countries, Presences })
            text.Append(part.Mode).Append(':').AppendJoin(',', part.Codes).Append(';');
        foreach (var limit in Limits)
            text.Append(CultureInfo.InvariantCulture, $"{limit.Amount.Minor}/{limit.Interval}/").AppendJoin(',', limit.Categories)
                .Append(';');
        return text.Append(LimitsCurrency?.Code).ToString();
    }
}
