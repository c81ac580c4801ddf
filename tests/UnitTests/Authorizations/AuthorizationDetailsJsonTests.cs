using System.Collections.Immutable;
using CleanIssuing.Domain.Authorizations;
using CleanIssuing.Infrastructure.Persistence.Authorizations;

namespace CleanIssuing.UnitTests.Authorizations;

public class AuthorizationDetailsJsonTests
{
    [Fact]
    public void What_is_stored_is_read_back_as_the_same()
    {
        var details = new AuthorizationDetails
        {
            Requests =
            [
                new(500, true, "card_active", "", DateTimeOffset.UnixEpoch),
                new(20, false, "webhook_declined", "no", DateTimeOffset.UnixEpoch),
            ],
            FraudChallenges = [new("sms", "verified", "")],
            Verification = new("match", "mismatch", "match", "match", "authenticated", ""),
            Method = "online",
            // In the order of letters by their numbers, which no language has.
            Metadata = new Dictionary<string, string> { ["Zeta"] = "1", ["alpha"] = "2", ["orderId"] = "3", ["order_id"] = "4" }
                .ToImmutableSortedDictionary(StringComparer.Ordinal),
        };

        AuthorizationDetailsJson.Read(AuthorizationDetailsJson.Write(details)).ShouldBe(details);
    }

    [Fact]
    public void As_much_metadata_as_Stripe_takes_has_room_in_any_alphabet()
    {
        foreach (var letter in new[] { "漢", "\"", "\u0001" })
        {
            var metadata = Enumerable.Range(0, 50).ToDictionary(
                i => $"{i:00}" + string.Concat(Enumerable.Repeat(letter, 38)), _ => string.Concat(Enumerable.Repeat(letter, 500)));

            var details = new AuthorizationDetails { Metadata = metadata.ToImmutableSortedDictionary(StringComparer.Ordinal) };
            AuthorizationDetailsJson.Write(details).Length.ShouldBeLessThan(AuthorizationDetailsJson.MaxLength);
        }
    }
}
