using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence;

internal static class Upserts
{
    /// <summary>Writes a state over the tracked one, or adds it where there is none.</summary>
    public static void Upsert<T>(this DbContext db, T? tracked, T newer)
        where T : class
    {
        if (tracked is null)
            db.Add(newer);
        else
            db.Entry(tracked).CurrentValues.SetValues(newer);
    }
}
