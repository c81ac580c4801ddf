using System.Globalization;
using System.Text;
using QRCoder;

namespace CleanIssuing.WebUi.Text;

/// <summary>A QR code, to be drawn as one path of an SVG.</summary>
/// <param name="Size">How many modules it is wide and high, its quiet border included.</param>
/// <param name="Path">Its dark modules.</param>
public sealed record QrCode(int Size, string Path)
{
    public static QrCode Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        var rows = code.ModuleMatrix;
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                var from = x;
                while (x < rows[y].Length && rows[y][x])
                    x++;
                if (x > from)
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
            }
        }

        return new QrCode(rows.Count, path.ToString());
    }
}
