using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Counties;

/// <summary>A county on a SQLite file: made once in bulk, as imports would have left it.</summary>
internal sealed class CountyDatabase(string file)
{
    private readonly DbContextOptions options = new DbContextOptionsBuilder().UseSqlite(ConnectionTo(file)).Options;

    public string Connection { get; } = ConnectionTo(file);

    public CaseFlowDb Open() => new SqliteCaseFlowDb(options, County.School);

    /// <summary>The engine on this file, at the end of the day of screening.</summary>
    public CareRuntime Runtime(CarePolicy policy)
    {
        var made = 0;
        return new CareRuntime(Open, new StandingClock(), CountyCalendar.Time.Zone, () => NumberedIds.Of(9, Interlocked.Increment(ref made)), () => policy)
        {
            Beside = Task.Run,
        };
    }

    /// <summary>Brings the file up to the present version of the model.</summary>
    public void Migrate()
    {
        using var db = Open();
        db.Database.Migrate();
    }

    /// <summary>Makes the file.</summary>
    public static CountyDatabase Create(string file, County county)
    {
        var database = new CountyDatabase(file);
        using (var db = database.Open())
        {
            db.Database.Migrate();
            db.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL");
            db.Add(new School { Id = County.School, Name = "县", RecordedNo = 1000 });
            foreach (var day in CountyCalendar.Days())
            {
                day.SchoolId = County.School;
                db.Add(day);
            }

            db.AddRange(CountyStaff.Of(county));
            db.SaveChanges();
        }

        using (var connection = new SqliteConnection(database.Connection))
        {
            connection.Open();
            using var transaction = connection.BeginTransaction();
            Fill(connection, county);
            transaction.Commit();
        }

        using (var db = database.Open())
        {
            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        return database;
    }

    /// <summary>Month by month, so that the rows of a child lie as far apart in the file as they do where schools import as they go.</summary>
    private static void Fill(SqliteConnection connection, County county)
    {
        using var insert = new CountyInserts(connection);
        foreach (var room in county.Classes())
            insert.Roster(room);
        for (var month = CountyCalendar.FirstDay; month <= CountyCalendar.LastDay; month = month.AddMonths(1))
        {
            var (from, to) = (month, month.AddMonths(1));
            foreach (var room in county.Classes())
                insert.Signals(room, date => date >= from && date < to);
        }
    }

    private static string ConnectionTo(string file) => new SqliteConnectionStringBuilder { DataSource = file }.ToString();

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => CountyCalendar.Time.EndOf(CountyCalendar.ScreenedOn).AddSeconds(-1);
    }
}
