namespace CleanIssuing.WebUi.Http;

/// <summary>
/// Text that nobody types: NUL characters, which not every database can keep, and UTF-7, which .NET no longer reads.
/// </summary>
internal static class UnreadableText
{
    public static void RefuseUnreadableText(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (request.ContentType?.Contains("utf-7", StringComparison.OrdinalIgnoreCase) == true)
        {
            // The page that tells of it must not try to read it either.
            request.ContentType = null;
            throw new BadHttpRequestException("UTF-7 cannot be read.");
        }

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
        catch (InvalidDataException)
        {
            // A form that cannot be read is refused by whoever needs it.
            return false;
        }
    }

    private static bool HasNul(string? value) => value?.Contains('\0', StringComparison.Ordinal) == true;
}
