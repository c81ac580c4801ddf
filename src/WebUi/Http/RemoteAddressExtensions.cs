using System.Net;

namespace CleanIssuing.WebUi.Http;

internal static class RemoteAddressExtensions
{
    /// <summary>The address that the request came from; an IPv4 address as such, also where the socket speaks IPv6.</summary>
    public static IPAddress? RemoteAddress(this HttpContext context) =>
        context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.RemoteIpAddress;
}
