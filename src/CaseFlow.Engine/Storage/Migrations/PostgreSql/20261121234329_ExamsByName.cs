using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CaseFlow.Engine.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ExamsByName : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ExamResults_SchoolId_Date",
                table: "ExamResults");

            migrationBuilder.CreateIndex(
                name: "IX_ExamResults_Exam_SchoolId_IsCurrent_Date",
                table: "ExamResults",
                columns: new[] { "Exam", "SchoolId", "IsCurrent", "Date" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ExamResults_Exam_SchoolId_IsCurrent_Date",
                table: "ExamResults");

            migrationBuilder.CreateIndex(
                name: "IX_ExamResults_SchoolId_Date",
                table: "ExamResults",
                columns: new[] { "SchoolId", "Date" });
        }
    }
}
