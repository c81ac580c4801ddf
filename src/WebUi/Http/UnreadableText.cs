using System.Text;
using Microsoft.Net.Http.Headers;

namespace CleanIssuing.WebUi.Http;

/// <summary>
/// Refuses what cannot be read before anything reads a part of it: unknown character sets, broken forms, names that are no names, and NUL
/// characters, which not every database can keep.
/// </summary>
internal static class UnreadableText
{
    public static void RefuseUnreadableText(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (!IsReadable(request.GetTypedHeaders().ContentType))
            throw Unreadable(request, "The character set of the content cannot be read.");
        if (request.Query.Any(q => HasNul(q.Key) || q.Value.Any(HasNul)))
            throw Unreadable(request, "A value has a NUL character.");
        if (request.HasFormContentType)
            await ReadFormAsync(request);
        await next(context);
    });

    private static async Task ReadFormAsync(HttpRequest request)
    {
        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException
            || (broken is IOException and not BadHttpRequestException && !request.HttpContext.RequestAborted.IsCancellationRequested))
        {
            throw Unreadable(request, "The form cannot be read.");
        }

        if (form.Any(f => HasNul(f.Key) || f.Value.Any(HasNul)))
            throw Unreadable(request, "A value has a NUL character.");
        // Brackets stand for parts of a field; one that is not closed fails whoever looks for fields.
        if (form.Keys.Any(key => !HasClosedBrackets(key)))
            throw Unreadable(request, "A field has no name that can be read.");
    }

    /// <summary>.NET reads most of what there is, but not UTF-7.</summary>
    private static bool IsReadable(MediaTypeHeaderValue? type)
    {
        if (type is null || type.Charset.Length == 0)
            return true;
        try
        {
            return Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(type.Charset).ToString()) is not null;
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static BadHttpRequestException Unreadable(HttpRequest request, string message)
    {
        // The page that tells of it must not try to read it either.
        request.ContentType = null;
        return new BadHttpRequestException(message);
    }

    private static bool HasNul(string? value) => value?.Contains('\0', StringComparison.Ordinal) == true;

    private static bool HasClosedBrackets(string key)
    {
        var open = key.LastIndexOf('[');
        return open < 0 || key.IndexOf(']', open) >= 0 && key.Count(c => c == '[') == key.Count(c => c == ']');
    }
}
