using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace CleanIssuing.WebUi.Http;

/// <summary>
/// Refuses what cannot be read before anything reads a part of it: unknown character sets, broken forms, names that are no names, and
/// characters that nobody types and not everything can keep.
/// </summary>
internal static class UnreadableText
{
    public static void RefuseUnreadableText(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (request.Path == ErrorHandling.ErrorPage)
        {
            // It is shown in the place of what could not be read, and must not read it again.
            context.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
            request.QueryString = default;
        }
        else
        {
            await RefuseAsync(request);
        }

        await next(context);
    });

    private static async Task RefuseAsync(HttpRequest request)
    {
        if (!IsReadable(request.GetTypedHeaders().ContentType))
            throw new BadHttpRequestException("The character set of the content cannot be read.");
        Refuse(request.Query);
        if (!request.HasFormContentType)
            return;
        try
        {
            Refuse(await request.ReadFormAsync(request.HttpContext.RequestAborted));
        }
        catch (Exception broken) when (broken is InvalidDataException or NotSupportedException
            || (broken is IOException and not BadHttpRequestException && !request.HttpContext.RequestAborted.IsCancellationRequested))
        {
            throw new BadHttpRequestException("The form cannot be read.", broken);
        }
    }

    private static void Refuse(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> fields)
    {
        foreach (var (name, values) in fields)
        {
            if (HasStrangeCharacter(name) || values.Any(HasStrangeCharacter))
                throw new BadHttpRequestException("A value has a character that cannot be read.");
            // Brackets stand for parts of a field; one that is not closed fails whoever looks for fields.
            if (!HasClosedBrackets(name))
                throw new BadHttpRequestException("A field has no name that can be read.");
        }
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

    /// <summary>
    /// NUL, which PostgreSQL does not keep, and the other control characters; what Unicode says is no character, which is not compared; and
    /// what turns the text after it around, which would show digits and times in another order (Unicode TR 9, explicit formatting).
    /// </summary>
    private static readonly SearchValues<char> Strange = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r')), '\u007F',
        '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069', '\uFFFE', '\uFFFF',
    ]);

    private static bool HasStrangeCharacter(string? value) => value.AsSpan().ContainsAny(Strange);

    private static bool HasClosedBrackets(string key)
    {
        var open = key.LastIndexOf('[');
        return open < 0 || (key.IndexOf(']', open) >= 0 && key.Count(c => c == '[') == key.Count(c => c == ']'));
    }
}
