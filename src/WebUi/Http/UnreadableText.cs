using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CleanIssuing.WebUi.Http;

/// <summary>
/// Text that nobody types: NUL characters, which not every database can keep, and UTF-7, which .NET no longer reads.
/// </summary>
internal static class UnreadableText
{
    public static void RefuseUnreadableText(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (IsUtf7(request.GetTypedHeaders().ContentType?.Charset))
            throw Utf7(request);
        if (request.Query.Any(q => q.Value.Any(HasNul)) || (request.HasFormContentType && await HasNulInFormAsync(request)))
            throw new BadHttpRequestException("A value has a NUL character.");
        await next(context);
    });

    private static async Task<bool> HasNulInFormAsync(HttpRequest request)
    {
        try
        {
            return (await request.ReadFormAsync(request.HttpContext.RequestAborted)).Any(f => f.Value.Any(HasNul));
        }
        catch (NotSupportedException)
        {
            // A part of the form names it.
            throw Utf7(request);
        }
        catch (InvalidDataException)
        {
            // A form that cannot be read is refused by whoever needs it.
            return false;
        }
    }

    /// <summary>It has several names, which only .NET knows.</summary>
    private static bool IsUtf7(StringSegment? charset)
    {
        try
        {
            return charset is { Length: > 0 } && Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(charset.Value).ToString()) is null;
        }
        catch (NotSupportedException)
        {
            return true;
        }
        catch (ArgumentException)
        {
            // Unknown: whoever reads the text decides.
            return false;
        }
    }

    private static BadHttpRequestException Utf7(HttpRequest request)
    {
        // The page that tells of it must not try to read it either.
        request.ContentType = null;
        return new BadHttpRequestException("UTF-7 cannot be read.");
    }

    private static bool HasNul(string? value) => value?.Contains('\0', StringComparison.Ordinal) == true;
}
