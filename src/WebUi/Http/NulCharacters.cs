namespace CleanIssuing.WebUi.Http;

/// <summary>Nobody types a NUL character, and not every database can keep one.</summary>
internal static class NulCharacters
{
    public static void RefuseNulCharacters(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
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
