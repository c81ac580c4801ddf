using System.Net;
using System.Net.Sockets;

namespace CleanIssuing.WebUi.Http;

internal static class RemoteAddressExtensions
{
    /// <summary>The address that the request came from; an IPv4 address as such, also where the socket speaks IPv6.</summary>
    public static IPAddress? RemoteAddress(this HttpContext context) =>
        context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.RemoteIpAddress;

    /// <summary>What one household, or one phone, calls from: an IPv4 address, or a whole /64 of IPv6.</summary>
    public static string AddressGroup(this HttpContext context)
    {
        var address = context.RemoteAddress() ?? IPAddress.None;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
