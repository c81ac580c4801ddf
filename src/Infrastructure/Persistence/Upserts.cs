using Microsoft.EntityFrameworkCore;

namespace CleanIssuing.Infrastructure.Persistence.Stores;

internal static class Keeping
{
    /// <summary>Puts a state over our copy, or adds it where there is none.</summary>
    public static void Keep<T>(this DbContext db, T? copy, T newer)
        where T : class
    {
        if (copy is null)
            db.Add(newer);
        else
            db.Entry(copy).CurrentValues.SetValues(newer);
    }
}
