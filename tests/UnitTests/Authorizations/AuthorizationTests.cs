using CleanIssuing.Domain.Authorizations;

namespace CleanIssuing.UnitTests.Authorizations;

public class AuthorizationTests
{
    [Theory]
    [InlineData(AuthorizationStatus.Pending, 800, null, 800)] // held
    [InlineData(AuthorizationStatus.Pending, 800, 300L, 800)] // captured in part, and the rest still held
    [InlineData(AuthorizationStatus.Pending, 200, 900L, 900)] // more was captured than is held
    [InlineData(AuthorizationStatus.Closed, 800, 300L, 300)]
    [InlineData(AuthorizationStatus.Reversed, 0, null, 0)]
    [InlineData(AuthorizationStatus.Expired, 0, 50L, 50)]
    public void A_purchase_takes_what_was_captured_and_what_is_still_held(
        AuthorizationStatus status, long held, long? captured, long spent) =>
        Authorization.SpentOf(status, held, captured).ShouldBe(spent);
}
