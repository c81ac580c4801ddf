using System.Net;
using System.Net.Sockets;

namespace CleanIssuing.IntegrationTests.Common;

/// <summary>
/// Ports outside the range that the system gives out by itself, so that nothing else of the run takes one, also not between a kill and the
/// next start.
/// </summary>
internal static class Ports
{
    private static int _last = Environment.ProcessId % 10_000;

    public static int Free()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var port = 20_000 + (Interlocked.Increment(ref _last) % 10_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }

        throw new InvalidOperationException("No port is free.");
    }
}
