using System.Net;
using CleanIssuing.WebUi.Http;
using Microsoft.AspNetCore.Http;

namespace CleanIssuing.UnitTests.Http;

public class RemoteAddressTests
{
    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void A_budget_is_one_IPv4_address_or_a_whole_64_of_IPv6(string one, string other, bool same) =>
        (Group(one) == Group(other)).ShouldBe(same);

    private static string Group(string address) =>
        new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } }.AddressGroup();
}
