using CleanIssuing.Infrastructure.Stripe.Authorizations;
using CleanIssuing.UnitTests.Common;

namespace CleanIssuing.UnitTests.StripeSync;

public class MapperTests
{
    [Fact]
    public void A_text_of_Stripes_that_no_column_holds_is_cut()
    {
        var mapped = AuthorizationMapper.Authorization(
            new global::Stripe.Issuing.Authorization
            {
                Id = "iauth_1",
                Card = new() { Id = "ic_1" },
                CardholderId = "ich_1",
                Currency = "usd",
                MerchantData = new() { Name = new string('m', 300), Category = new string('c', 300), Country = "USA" },
            },
            TestData.AccountId, TestData.Now);

        mapped.Merchant.Length.ShouldBe(255);
        mapped.Category.Length.ShouldBe(100);
        mapped.Country.ShouldBeEmpty();
    }
}
